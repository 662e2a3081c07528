namespace Matinee.Core.Stores;

/// <summary>The store is there but not as configured: a wrong key, a missing right, a missing database or container.</summary>
public sealed class StoreAccessException(string message, Exception? inner = null) : StoreException(message, inner);
