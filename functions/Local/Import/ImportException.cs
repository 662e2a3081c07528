namespace Matinee.Local.Import;

/// <summary>What was given can't be imported; the message says what is wrong with it and what to do. Nothing was changed.</summary>
sealed class ImportException(string message, Exception? inner = null) : Exception(message, inner);
