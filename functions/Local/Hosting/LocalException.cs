namespace Matinee.Local.Hosting;

/// <summary>A command can't be done, for a reason that the operator can mend; the message says both.</summary>
sealed class LocalException(string message, Exception? inner = null) : Exception(message, inner);
