namespace Matinee.Core.Models;

/// <summary>Wants to know in this process that another model was put into service, to be quicker than by looking now and then.</summary>
public interface IModelChanged
{
    /// <summary>Another version is in service. Must not throw because of it: the change is done.</summary>
    Task TellAsync(CancellationToken cancellation = default);
}
