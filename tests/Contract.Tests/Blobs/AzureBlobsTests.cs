using System.Diagnostics;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs.Models;
using Matinee.Azure.Blobs;
using Matinee.Core.Blobs;

namespace Matinee.Contract.Tests.Blobs;

public sealed class AzureBlobsTests(BlobAccountFixture account) : BlobsContract
{
    [Fact]
    public async Task Read_NotModified_NeitherThrowsNorGivesAnEmptyBlob()
    {
        var container = await account.NewClientAsync();
        var blobs = new AzureBlobs(container);
        var tag = await blobs.WriteAsync("current.json", Bytes("{}"), null);

        // The trap, as this version of the SDK has it: no exception, and a file that looks as if the blob were empty.
        var path = Path.GetTempFileName();
        var conditions = new BlobRequestConditions { IfNoneMatch = new ETag(tag) };
        var response = await container.GetBlobClient("current.json").DownloadToAsync(path, new BlobDownloadToOptions { Conditions = conditions });
        Assert.Equal(304, response.Status);
        Assert.Equal(0, new FileInfo(path).Length);
        File.Delete(path);
        var download = await container.GetBlobClient("current.json").DownloadContentAsync(new BlobDownloadOptions { Conditions = conditions });
        Assert.ThrowsAny<Exception>(() => download.Value);

        Assert.Same(BlobRead.NotChanged, await blobs.ReadAsync("current.json", tag));
        Assert.Equal("{}", Text(await blobs.ReadAsync("current.json", "\"0x0\"")));
    }

    [Fact]
    public async Task AnyVerb_NoContainer_IsAnErrorAndNotAnEmptyStore()
    {
        var blobs = AzureBlobs.Open(await account.ConnectionAsync(), "matinee-test-nobody-made-this");
        foreach (var verb in new Func<Task>[]
        {
            () => blobs.ReadAsync("a"), () => blobs.OpenAsync("a"), () => blobs.WriteAsync("a", Bytes("x"), null), () => NamesAsync(blobs, ""),
        })
        {
            var error = await Assert.ThrowsAsync<RequestFailedException>(verb);
            Assert.Equal(BlobErrorCode.ContainerNotFound, error.ErrorCode);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Write_AnswerToTheCommitGetsLost_IsNoConflictWithItself(bool replaces)
    {
        var lose = new LosesAnswers("comp=blocklist", HttpMethod.Put.Method);
        var blobs = await account.NewContainerAsync(options => options.AddPolicy(lose, HttpPipelinePosition.PerRetry));
        var before = replaces ? await blobs.WriteAsync("a", Bytes("zero"), null) : null;

        lose.Count = 1;
        var tag = await blobs.WriteAsync("a", Bytes("one"), before);

        Assert.Equal(0, lose.Count);
        var read = await blobs.ReadAsync("a");
        Assert.Equal("one", Text(read));
        Assert.Equal(read.Tag, tag);
        await Assert.ThrowsAsync<BlobConflictException>(() => blobs.WriteAsync("a", Bytes("two"), before));
    }

    [Fact]
    public async Task Open_ReplacedWhileItIsRead_FailsInsteadOfMixing()
    {
        var blobs = await account.NewContainerAsync();
        await blobs.UploadAsync("a", async stream => await stream.WriteAsync(new byte[6 << 20]));
        await using var read = (await blobs.OpenAsync("a"))!;
        await read.ReadExactlyAsync(new byte[1 << 20]);
        await blobs.DeleteAsync("a");
        await blobs.UploadAsync("a", async stream => await stream.WriteAsync(Enumerable.Repeat((byte)1, 6 << 20).ToArray()));
        var error = await Assert.ThrowsAsync<RequestFailedException>(() => read.ReadExactlyAsync(new byte[5 << 20]).AsTask());
        Assert.Equal(412, error.Status);
    }

    [Fact]
    public async Task AnyVerb_NobodyListens_GivesUpWithinItsRetries()
    {
        var connection = "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=a2V5;BlobEndpoint=http://127.0.0.1:1/a;";
        var blobs = AzureBlobs.Open(connection, "models", change: options => options.Retry.Delay = options.Retry.MaxDelay = TimeSpan.FromMilliseconds(10));
        var since = Stopwatch.GetTimestamp();
        await Assert.ThrowsAsync<AggregateException>(() => blobs.ReadAsync("a"));
        Assert.InRange(Stopwatch.GetElapsedTime(since), TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData("not a connection string")]
    [InlineData("https://account.blob.core.windows.net")]
    public void Open_AccountThatCannotBeUsed_SaysWhatIsMissing(string text)
    {
        var error = Assert.Throws<ArgumentException>(() => AzureBlobs.Open(text, "models"));
        Assert.DoesNotContain("not a connection string", error.Message, StringComparison.Ordinal);
    }

    protected override async Task<IBlobs> NewAsync() => await account.NewContainerAsync();

    /// <summary>Lets a request through and loses the answer, so many times.</summary>
    sealed class LosesAnswers(string query, string method) : HttpPipelinePolicy
    {
        public int Count { get; set; }

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            ProcessNext(message, pipeline);
            Lose(message);
        }

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            await ProcessNextAsync(message, pipeline);
            Lose(message);
        }

        void Lose(HttpMessage message)
        {
            if (Count == 0 || message.Request.Method.Method != method || !message.Request.Uri.Query.Contains(query, StringComparison.Ordinal)) return;
            Count--;
            throw new RequestFailedException("The connection broke before the answer came.", new IOException());
        }
    }
}
