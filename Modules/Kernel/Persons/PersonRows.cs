using System.Linq.Expressions;
using AfterSales.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace AfterSales.Kernel.Persons;

/// <summary>Rows of one table that are about a person, and what becomes of them when the person is erased.</summary>
public abstract class PersonRows(string textKey)
{
    /// <summary>What stands where somebody's words stood.</summary>
    public const string Gone = "*";

    /// <summary>Heading in the export and in the preview.</summary>
    public string TextKey { get; } = textKey;
    /// <summary>Why the rows themselves stay, as a text key; null: they go, or nothing in them is anybody's secret.</summary>
    public string? KeptBecause { get; protected set; }
    /// <summary>The rows go altogether.</summary>
    public bool IsDeleted { get; protected set; }
    /// <summary>Something in the rows is erased while they stay.</summary>
    public abstract bool IsBlanked { get; }

    public abstract Task<int> CountAsync(CancellationToken ct);
    public abstract Task<PersonTable> ReadAsync(CancellationToken ct);
    /// <summary>Inside the module's write transaction.</summary>
    public abstract Task<int> EraseAsync(string pseudonym, CancellationToken ct);
}

/// <summary>Rows as they are given out: the readable columns, every stored field, and the files that belong to them.</summary>
/// <param name="Labels">Text keys of the readable columns.</param>
public sealed record PersonTable(IReadOnlyList<string> Labels, IReadOnlyList<IReadOnlyList<object?>> Rows, IReadOnlyList<IReadOnlyDictionary<string, object?>> Fields, IReadOnlyList<PersonFile> Files);

/// <param name="Name">Name within the export.</param>
public sealed record PersonFile(string Sha256, string Name);

/// <inheritdoc/>
public sealed class PersonRows<T>(DbContext db, string textKey, IQueryable<T> rows) : PersonRows(textKey) where T : class
{
    readonly List<(string Label, Func<T, object?> Of)> _columns = [];
    readonly List<Action<UpdateSettersBuilder<T>, string>> _erased = [];
    Func<T, (string? Sha256, string Name)>? _file;

    public override bool IsBlanked => _erased.Count > 0;

    /// <summary>A column that is told and stays.</summary>
    public PersonRows<T> Tell(string label, Func<T, object?> of)
    {
        _columns.Add((label, of));
        return this;
    }

    /// <summary>A column of words that is told, and erased: what was empty stays empty, so that nothing that is counted changes.</summary>
    /// <param name="with">What stands there afterwards; null: the pseudonym.</param>
    public PersonRows<T> Erase(string label, Expression<Func<T, string?>> column, string? with = Gone)
    {
        _columns.Add((label, column.Compile()));
        return Blank(column, with);
    }

    /// <summary>The same for a name or a number: the pseudonym stands there afterwards.</summary>
    public PersonRows<T> Pseudonymise(string label, Expression<Func<T, string?>> column) => Erase(label, column, null);

    /// <summary>A column that is erased and not told: keys for the search, copies.</summary>
    public PersonRows<T> Blank(Expression<Func<T, string?>> column, string? with = Gone)
    {
        _erased.Add((set, pseudonym) =>
        {
            var gone = Expression.Condition(Expression.Equal(column.Body, Expression.Constant(null, typeof(string))), Expression.Constant(null, typeof(string)), Expression.Constant(with ?? pseudonym));
            set.SetProperty(column, Expression.Lambda<Func<T, string?>>(gone, column.Parameters));
        });
        return this;
    }

    /// <summary>Words of several people: only these are taken out of them.</summary>
    public PersonRows<T> Replace(string label, Expression<Func<T, string?>> column, IEnumerable<string> words)
    {
        _columns.Add((label, column.Compile()));
        string[] taken = [.. words.Where(w => w.Length > 1).OrderByDescending(w => w.Length)];
        if (taken.Length == 0) return this;
        _erased.Add((set, pseudonym) =>
        {
            var replace = typeof(string).GetMethod(nameof(string.Replace), [typeof(string), typeof(string)])!;
            var without = taken.Aggregate(column.Body, (text, word) => Expression.Call(text, replace, Expression.Constant(word), Expression.Constant(pseudonym)));
            set.SetProperty(column, Expression.Lambda<Func<T, string?>>(without, column.Parameters));
        });
        return this;
    }

    /// <summary>A column that is no words: a position.</summary>
    public PersonRows<T> Empty<TValue>(Expression<Func<T, TValue?>> column)
    {
        _erased.Add((set, _) => set.SetProperty(column, default(TValue)));
        return this;
    }

    public PersonRows<T> File(Func<T, (string? Sha256, string Name)> file)
    {
        _file = file;
        return this;
    }

    public PersonRows<T> Keep(string because)
    {
        KeptBecause = because;
        return this;
    }

    public PersonRows<T> Delete()
    {
        IsDeleted = true;
        return this;
    }

    public override Task<int> CountAsync(CancellationToken ct) => rows.CountAsync(ct);

    public override async Task<PersonTable> ReadAsync(CancellationToken ct)
    {
        var read = await rows.AsNoTracking().ToListAsync(ct);
        var stored = db.Model.FindEntityType(typeof(T))!.GetProperties().Where(p => p.PropertyInfo is not null && !IsSecret(p)).ToList();
        return new PersonTable([.. _columns.Select(c => c.Label)], [.. read.Select(r => (IReadOnlyList<object?>)[.. _columns.Select(c => c.Of(r))])],
            [.. read.Select(r => (IReadOnlyDictionary<string, object?>)stored.ToDictionary(p => p.Name, p => p.PropertyInfo!.GetValue(r)))],
            _file is null ? [] : [.. read.Select(_file).Where(f => f.Sha256 is not null).Select(f => new PersonFile(f.Sha256!, f.Name))]);
    }

    /// <summary>What opens doors is nobody's to take away.</summary>
    static bool IsSecret(IProperty property) => property.Name.EndsWith("Hash", StringComparison.Ordinal) || property.Name.EndsWith("Stamp", StringComparison.Ordinal);

    public override Task<int> EraseAsync(string pseudonym, CancellationToken ct) => IsDeleted ? rows.ExecuteDeleteAsync(ct)
        : IsBlanked ? rows.ExecuteUpdateAsync(set => Apply(set, pseudonym), ct) : Task.FromResult(0);

    void Apply(UpdateSettersBuilder<T> set, string pseudonym)
    {
        foreach (var erase in _erased) erase(set, pseudonym);
        if (!typeof(Aggregate).IsAssignableFrom(typeof(T))) return;
        var row = Expression.Parameter(typeof(T));
        var version = Expression.Property(row, nameof(Aggregate.Version)); // a form that was made before must not bring it back
        set.SetProperty(Expression.Lambda<Func<T, int>>(version, row), Expression.Lambda<Func<T, int>>(Expression.Add(version, Expression.Constant(1)), row));
    }
}
