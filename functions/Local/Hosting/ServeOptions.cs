using Matinee.Azure.Telemetry;

namespace Matinee.Local.Hosting;

/// <summary>How the local host serves.</summary>
sealed record ServeOptions
{
    public const int DefaultPort = 7071;
    public const string DefaultData = ".matinee";

    /// <summary>The port; 0 takes any free one.</summary>
    public int Port { get; init; } = DefaultPort;

    /// <summary>Where the stores are.</summary>
    public BackendOptions Backend { get; init; } = new();

    /// <summary>The site, where there is one.</summary>
    public string? Web { get; init; }

    /// <summary>Start without the bundled films and the simulated community.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>Serve what is there, and train nothing.</summary>
    public bool NoTrain { get; init; }

    /// <summary>The key of operators; null: one is made and kept in the data folder.</summary>
    public string? OperatorKey { get; init; }

    /// <summary>Requests a minute that one address may make; 0: any number.</summary>
    public int RequestsPerMinute { get; init; }

    /// <summary>Where traces, metrics and logs go.</summary>
    public TelemetryOptions Telemetry { get; init; } = new();

    /// <summary>What stands for %NAME% in triggers, before what the environment says.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>What tells the time.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
