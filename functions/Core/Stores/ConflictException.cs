namespace Matinee.Core.Stores;

/// <summary>Somebody else was faster: what was to be changed is no longer what it was when it was read.</summary>
public sealed class ConflictException(string what)
    : StoreException($"{what} has been changed by somebody else in the meantime. Read it again and repeat the change.");
