namespace Matinee.Local.Parquet;

/// <summary>A column of a file.</summary>
/// <param name="Index">Its place among the columns.</param>
/// <param name="Path">Its names from the outside in, with dots, such as <c>features.list.element</c>.</param>
/// <param name="Type">How its values lie there (parquet.thrift's Type).</param>
/// <param name="Definition">How many of the names may be without a value: at this level there is one.</param>
/// <param name="Repetition">How many of the names repeat: 0 where there is one value a row.</param>
sealed record ParquetColumn(int Index, string Path, int Type, int Definition, int Repetition)
{
    public string Root => Path.Split('.')[0];

    /// <summary>The columns that a footer's schema has, in the order of the file.</summary>
    public static IReadOnlyList<ParquetColumn> Of(IReadOnlyList<ThriftStruct> schema)
    {
        var columns = new List<ParquetColumn>();
        var next = 1;
        if (schema.Count == 0) throw new FormatException("The file says nothing of its columns.");
        for (var child = 0L; child < (schema[0].Find(5) ?? 0); child++) Take("", 0, 0);
        return columns;

        void Take(string above, int definition, int repetition)
        {
            if (next >= schema.Count) throw new FormatException("The file speaks of more columns than it has.");
            var element = schema[next++];
            var path = above + element.Text(4);
            var kind = element.Find(3) ?? ParquetFormat.Required;
            definition += kind == ParquetFormat.Required ? 0 : 1;
            repetition += kind == ParquetFormat.Repeated ? 1 : 0;
            if (element.Find(5) is not (> 0 and var children)) columns.Add(new(columns.Count, path, element.Int(1), definition, repetition));
            else for (var child = 0L; child < children; child++) Take(path + ".", definition, repetition);
        }
    }
}
