namespace Matinee.Core.Stores;

/// <summary>The store will never take this document, such as one that is too large: repeating is useless.</summary>
public sealed class StoreRefusedException(string message, Exception? inner = null) : StoreException(message, inner);
