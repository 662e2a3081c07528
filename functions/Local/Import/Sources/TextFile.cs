using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Matinee.Local.Import.Sources;

/// <summary>The smaller files of data sets: rows of columns, with the number of each line.</summary>
static class TextFile
{
    /// <summary>The most bytes of a file that is read whole.</summary>
    const long MostBytes = 64 << 20;

    static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Lines split at a separator; UTF-8, or, where the bytes are none, the Latin-1 of old sets.</summary>
    public static IEnumerable<(long Line, string[] Columns)> Split(IInputFiles files, string file, string separator)
    {
        if (files.LengthOf(file) > MostBytes) throw new ImportException($"{file} has {files.LengthOf(file):N0} bytes: it is not what its name says.");
        using var stream = files.Open(file);
        using var whole = new MemoryStream();
        stream.CopyTo(whole);
        var text = Decode(whole.GetBuffer().AsSpan(0, (int)whole.Length));
        if (text.Length > 0 && text[^1] != '\n') throw new ImportException($"{file} ends in the middle of a line: it was cut off. Get it anew.");
        var number = 0L;
        foreach (var line in text.Split('\n')[..^1])
        {
            number++;
            if (line.TrimEnd('\r') is { Length: > 0 } row) yield return (number, row.Split(separator));
        }
    }

    /// <summary>Rows of a CSV file below its header, as values by the columns asked for; a column that is not there is empty.</summary>
    /// <param name="files">Where the file is.</param>
    /// <param name="file">The file.</param>
    /// <param name="problems">Rows that are no CSV go there.</param>
    /// <param name="required">Columns that must be there; their values come first.</param>
    /// <param name="optional">Columns that may be there.</param>
    /// <exception cref="ImportException">The header lacks a column.</exception>
    public static IEnumerable<(long Line, string[] Values)> Csv(
        IInputFiles files, string file, Problems problems, string[] required, params string[] optional)
    {
        using var reader = new StreamReader(files.Open(file), s_strict, detectEncodingFromByteOrderMarks: true);
        var isBad = false;
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = _ => isBad = true };
        using var csv = new CsvParser(reader, configuration);
        if (!Read(csv, file) || csv.Record is not { } header) throw new ImportException($"{file} is empty.");
        var places = required.Concat(optional).Select(column => Array.IndexOf(header, column)).ToArray();
        if (Array.IndexOf(places, -1) is var missing && missing >= 0 && missing < required.Length)
            throw new ImportException($"{file} has no column {required[missing]}; its first line names {string.Join(", ", header.Take(12))}.");
        while (Read(csv, file))
        {
            // The parser's number is that of the row's last line.
            if (isBad || csv.Count != header.Length)
            {
                problems.Add(file, csv.RawRow, isBad ? "its quotes do not close as they should" : $"it has {csv.Count} columns, not {header.Length}");
                isBad = false;
                continue;
            }

            yield return (csv.RawRow, Array.ConvertAll(places, place => place < 0 ? "" : csv[place]));
        }
    }

    /// <summary>Does the header of a CSV file name a column?</summary>
    public static bool HasColumn(IInputFiles files, string file, string column)
    {
        using var reader = new StreamReader(files.Open(file));
        return reader.ReadLine()?.Split(',').Contains(column) ?? false;
    }

    static bool Read(CsvParser csv, string file)
    {
        try
        {
            return csv.Read();
        }
        catch (DecoderFallbackException error)
        {
            throw new ImportException($"{file} is no UTF-8 text near line {csv.RawRow}.", error);
        }
    }

    static string Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return s_strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }
}
