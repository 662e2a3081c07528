namespace Matinee.Local.Parquet;

/// <summary>A Parquet file can't be read; the message names the file, what is wrong with it and what to do.</summary>
sealed class ParquetException(string message, Exception? inner = null) : Exception(message, inner);
