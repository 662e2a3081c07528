using System.CommandLine;
using Matinee.Local.Hosting;

namespace Matinee.Local.Commands;

/// <summary>Where the data are: the same options for every command.</summary>
sealed class BackendArguments
{
    readonly Option<string> _data = new("--data") { Description = "The folder of Matinee's data.", DefaultValueFactory = _ => ServeOptions.DefaultData };
    readonly Option<string?> _cosmos = new("--cosmos") { Description = "A Cosmos DB account (address or connection string) in place of the folder's store." };
    readonly Option<string?> _storage = new("--storage") { Description = "A storage account (connection string or address) in place of the folder's blobs." };

    public void AddTo(Command command)
    {
        command.Add(_data);
        command.Add(_cosmos);
        command.Add(_storage);
    }

    public BackendOptions Of(ParseResult parsed) =>
        new() { Data = parsed.GetRequiredValue(_data), Cosmos = parsed.GetValue(_cosmos), Storage = parsed.GetValue(_storage) };
}
