using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Matinee.Core.Accounts;

/// <summary>Makes and checks what is stored of passwords. Checking takes the same time whether there is such a user or not.</summary>
public sealed class Passwords : IDisposable
{
    readonly PasswordHasher<User> _hasher;
    readonly string _nobody;

    // A hash keeps a core busy; many sign-ins at once must not keep all threads from everything else.
    readonly SemaphoreSlim _turns = new(Environment.ProcessorCount);

    /// <summary>With the given cost.</summary>
    public Passwords(PasswordOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = options.Iterations }));
        _nobody = _hasher.HashPassword(null!, Convert.ToHexString(RandomNumberGenerator.GetBytes(32)));
    }

    /// <summary>What is stored of a password.</summary>
    public Task<string> HashAsync(string password, CancellationToken cancellation = default) =>
        InTurnAsync(() => _hasher.HashPassword(null!, password), cancellation);

    /// <summary>Is it the password of this user? Null stands for somebody who does not exist.</summary>
    public async Task<PasswordVerdict> CheckAsync(User? user, string password, CancellationToken cancellation = default)
    {
        var hash = user is null or { IsReserved: true } ? _nobody : user.PasswordHash;
        var result = await InTurnAsync(() => _hasher.VerifyHashedPassword(null!, hash, password), cancellation).ConfigureAwait(false);
        return result switch
        {
            _ when ReferenceEquals(hash, _nobody) => PasswordVerdict.Wrong,
            PasswordVerificationResult.Success => PasswordVerdict.Right,
            PasswordVerificationResult.SuccessRehashNeeded => PasswordVerdict.RightButHashIsOld,
            _ => PasswordVerdict.Wrong,
        };
    }

    /// <inheritdoc/>
    public void Dispose() => _turns.Dispose();

    async Task<T> InTurnAsync<T>(Func<T> work, CancellationToken cancellation)
    {
        await _turns.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return work();
        }
        finally
        {
            _turns.Release();
        }
    }
}
