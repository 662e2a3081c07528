using Matinee.Engine.Training;

namespace Matinee.Engine.Ratings;

/// <summary>Takes ratings in one by one, in any order, and makes <see cref="Interactions"/> of them.</summary>
/// <remarks>Rows wait in fixed-size pages (13 bytes a rating), so that growing never copies and building stays within twice the result.</remarks>
public sealed class InteractionsBuilder
{
    const int PageSize = 1 << 18;

    // Duplicates leave the ends of the columns empty: an eighth is worth a copy.
    const int WorthClosing = 8;

    readonly List<Page> _pages = [];
    readonly HashSet<int> _users = [];
    readonly HashSet<int> _items = [];
    int _inLast = PageSize;

    /// <summary>How many rows were taken in.</summary>
    public long Rows { get; private set; }

    /// <summary>Takes a row in.</summary>
    /// <exception cref="InvalidRatingException">The row is refused; the builder stays as it was.</exception>
    public void Add(in Rating rating)
    {
        var halves = Check(rating);
        if (Rows == Array.MaxLength) throw new InvalidRatingException(Rows, $"more than {Array.MaxLength:N0} ratings do not fit into one set.");
        if (_inLast == PageSize)
        {
            _pages.Add(new Page());
            _inLast = 0;
        }

        _users.Add(rating.User);
        _items.Add(rating.Item);
        var page = _pages[^1];
        page.Users[_inLast] = rating.User;
        page.Items[_inLast] = rating.Item;
        page.Halves[_inLast] = halves;
        page.Times[_inLast] = (uint)rating.Time;
        _inLast++;
        Rows++;
    }

    /// <summary>Makes the set; the builder is empty afterwards.</summary>
    public Interactions Build(IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default)
    {
        var (users, items) = (IdMap.From(_users), IdMap.From(_items));
        _users.Clear();
        _items.Clear();
        progress?.Report(new("Sorting ratings", 0));
        var byUser = SortByUser(users, items, progress, cancellation);
        var byItem = byUser.Transpose(items.Count, cancellation);
        progress?.Report(new("Sorting ratings", 1));
        return new(users, items, byUser, byItem);
    }

    byte Check(in Rating rating)
    {
        if (rating.User < 0) throw new InvalidRatingException(Rows, $"user id {rating.User} is negative.");
        if (rating.Item < 0) throw new InvalidRatingException(Rows, $"item id {rating.Item} is negative.");
        if (rating.Time is < 0 or > uint.MaxValue)
            throw new InvalidRatingException(Rows, $"time {rating.Time} is not in seconds from 1970 to 2106.");
        return Stars.TryHalves(rating.Stars, out var halves)
            ? halves
            : throw new InvalidRatingException(Rows, $"{rating.Stars} stars are not one of 0.5, 1, 1.5, ... 5.");
    }

    RatingColumns SortByUser(IdMap users, IdMap items, IProgress<TrainingProgress>? progress, CancellationToken cancellation)
    {
        var rows = (int)Rows;
        var starts = new int[users.Count + 1];
        for (var p = 0; p < _pages.Count; p++)
        {
            foreach (var user in _pages[p].Users.AsSpan(0, Used(p))) starts[users.IndexOf(user) + 1]++;
        }

        for (var i = 0; i < users.Count; i++) starts[i + 1] += starts[i];

        var next = starts.AsSpan(0, users.Count).ToArray();
        var (others, halves, times) = (new int[rows], new byte[rows], new uint[rows]);
        for (var p = 0; p < _pages.Count; p++)
        {
            cancellation.ThrowIfCancellationRequested();
            var page = _pages[p];
            for (var i = 0; i < Used(p); i++)
            {
                var at = next[users.IndexOf(page.Users[i])]++;
                others[at] = items.IndexOf(page.Items[i]);
                halves[at] = page.Halves[i];
                times[at] = page.Times[i];
            }

            _pages[p] = Page.Released;
            progress?.Report(new("Sorting ratings", 0.5 * (p + 1) / _pages.Count));
        }

        _pages.Clear();
        (_inLast, Rows) = (PageSize, 0);
        LatestOfDuplicates.Keep(starts, others, halves, times, cancellation);
        var kept = starts[^1];
        if (kept < rows - rows / WorthClosing)
        {
            Array.Resize(ref others, kept);
            Array.Resize(ref halves, kept);
            Array.Resize(ref times, kept);
        }

        return new(starts, others, halves, times);
    }

    int Used(int page) => page == _pages.Count - 1 ? _inLast : PageSize;

    sealed class Page(int size)
    {
        public static readonly Page Released = new(0);

        public Page() : this(PageSize)
        {
        }

        public int[] Users { get; } = new int[size];

        public int[] Items { get; } = new int[size];

        public byte[] Halves { get; } = new byte[size];

        public uint[] Times { get; } = new uint[size];
    }
}
