namespace Matinee.Local.Import.Tmdb.Api;

/// <summary>TMDB gave no answer that can be used; others may be had. No message holds the key.</summary>
sealed class TmdbException(string message, Exception? inner = null) : Exception(message, inner);
