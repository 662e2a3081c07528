namespace Matinee.Core.Stores;

/// <summary>A store could not do what it was asked to.</summary>
public abstract class StoreException(string message, Exception? inner = null) : Exception(message, inner);
