namespace Matinee.Engine.Forest;

/// <summary>A node in eight bytes: a question with the place of its left child (the right one follows it), or a leaf with stars.</summary>
/// <remarks>High half: the bits of the bound, or of the leaf's stars. Low half: the column in the highest byte, the child below.</remarks>
readonly record struct TreeNode(long Bits)
{
    /// <summary>The most nodes of a tree: children have 24 bits.</summary>
    public const int MaxNodes = 1 << 24;

    const int LeafMark = 255;

    public bool IsLeaf => Column == LeafMark;

    public int Column => (int)((uint)Bits >> 24);

    public int Left => (int)Bits & (MaxNodes - 1);

    /// <summary>Rows with no more than this go left; of a leaf, what it says.</summary>
    public float Value => BitConverter.Int32BitsToSingle((int)(Bits >> 32));

    public static TreeNode Leaf(float value) => new((long)BitConverter.SingleToInt32Bits(value) << 32 | (long)LeafMark << 24);

    public static TreeNode Question(int column, float bound, int left) =>
        new((long)BitConverter.SingleToInt32Bits(bound) << 32 | (long)column << 24 | (long)left);
}
