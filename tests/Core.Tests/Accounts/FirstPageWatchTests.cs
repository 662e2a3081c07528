using Matinee.Core.Recommendations;
using Microsoft.Extensions.Logging.Abstractions;

namespace Matinee.Core.Tests.Accounts;

public sealed class FirstPageWatchTests
{
    readonly MemoryShelf _marks = new(new());
    readonly Pages _pages = new();

    FirstPageWatch Watch => new(_pages, _marks, NullLogger<FirstPageWatch>.Instance);

    [Fact]
    public async Task Around_Change_TellsWhatEnteredAndWhatLeftInTheirOrder()
    {
        _pages.Next.Enqueue(() => new([1, 2, 3, 4], "v1"));
        _pages.Next.Enqueue(() => new([5, 4, 6, 1], "v2"));

        var (result, difference) = await Watch.AroundAsync("user", () => Task.FromResult(42));

        Assert.Equal(42, result);
        Assert.Equal(("v2", "5 6", "2 3"), (difference!.ModelVersion, string.Join(' ', difference.Entered), string.Join(' ', difference.Left)));
        Assert.Equal(1, _marks.Marks["user"]);
    }

    [Fact]
    public async Task Around_PageFailsBeforeOrAfter_ChangesAllTheSame()
    {
        _pages.Next.Enqueue(() => throw new InvalidOperationException("broken"));
        Assert.Equal((1, null), await Watch.AroundAsync("user", () => Task.FromResult(1)));
        _pages.Next.Enqueue(() => new([1], "v1"));
        _pages.Next.Enqueue(() => throw new OperationCanceledException());
        Assert.Equal((2, null), await Watch.AroundAsync("user", () => Task.FromResult(2)));
        Assert.Equal(2, _marks.Marks["user"]);
    }

    [Fact]
    public async Task Around_ChangeBreaksOff_LeavesANewMarkFirst()
    {
        _pages.Next.Enqueue(() => null);
        await Assert.ThrowsAsync<CrashException>(() => Watch.AroundAsync<int>("user", () => throw new CrashException()));
        Assert.Equal(1, _marks.Marks["user"]);
    }

    sealed class Pages : IFirstPage
    {
        public Queue<Func<FirstPage?>> Next { get; } = [];

        public ValueTask<FirstPage?> OfAsync(string userId, CancellationToken cancellation) => ValueTask.FromResult(Next.Dequeue()());
    }
}
