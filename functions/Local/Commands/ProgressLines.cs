using Matinee.Core.Import;

namespace Matinee.Local.Commands;

/// <summary>Progress as lines of text: one when a stage begins, and one every few seconds.</summary>
sealed class ProgressLines(TextWriter output, TimeProvider clock) : IProgress<ImportProgress>
{
    static readonly TimeSpan s_between = TimeSpan.FromSeconds(3);

    readonly Lock _turn = new();
    StageTimes? _stage;
    TimeSpan _told;

    public void Report(ImportProgress value)
    {
        lock (_turn)
        {
            if (_stage?.Name != value.Stage)
            {
                (_stage, _told) = (new(value.Stage, clock), TimeSpan.Zero);
                output.WriteLine(value.Stage);
            }
            else if (_stage.Elapsed - _told >= s_between)
            {
                _told = _stage.Elapsed;
                output.WriteLine($"{value.Stage}{_stage.Describe(value)}");
            }
        }
    }
}

/// <summary>How fast a stage is.</summary>
sealed class StageTimes(string name, TimeProvider clock)
{
    const double LeastSeconds = 0.1;

    readonly long _start = clock.GetTimestamp();

    public string Name => name;

    public TimeSpan Elapsed => clock.GetElapsedTime(_start);

    public double RateOf(long done) => done / Math.Max(LeastSeconds, Elapsed.TotalSeconds);

    public string Describe(ImportProgress value)
    {
        var text = value.Done > 0 ? $": {value.Done:N0}, {RateOf(value.Done):N0}/s" : ":";
        if (value.Fraction is not > 0) return text;
        var left = Elapsed * (1 / value.Fraction.Value - 1);
        return $"{text} {value.Fraction:P0}, {left:m\\:ss} left";
    }
}
