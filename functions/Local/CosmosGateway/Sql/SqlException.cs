namespace Matinee.Local.CosmosGateway.Sql;

/// <summary>A query that can't be run. The message says where, what was found and what would do; the answer is 400.</summary>
sealed class SqlException : Exception
{
    public SqlException(string message) : base(message)
    {
    }

    public SqlException(string message, Exception inner) : base(message, inner)
    {
    }

    public SqlException(int position, string message) : base($"Syntax error at position {position + 1}: {message}")
    {
    }
}
