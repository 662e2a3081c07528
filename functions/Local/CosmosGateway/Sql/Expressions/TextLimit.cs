namespace Matinee.Local.CosmosGateway.Sql.Expressions;

/// <summary>Keeps a short query from making strings that fill the memory.</summary>
static class TextLimit
{
    /// <summary>Four times what a document can hold.</summary>
    public const int MaxLength = 8 * 1024 * 1024;

    public static string Join(string left, string right)
    {
        Check((long)left.Length + right.Length);
        return left + right;
    }

    public static void Check(long length)
    {
        if (length > MaxLength) throw new SqlException($"The query makes a string of {length} characters; at most {MaxLength} are allowed.");
    }
}
