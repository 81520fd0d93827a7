using System.Reflection;
using AfterSales.Host.Composition;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Razor.Hosting;

namespace AfterSales.ArchitectureTests;

/// <summary>Every page says who may open it, and has a model that can say so.</summary>
public sealed class Pages
{
    static readonly HashSet<string> Declared = [.. AfterSalesModules.All.SelectMany(m => m.Permissions).Select(p => p.Code)];

    [Fact]
    public void say_who_may_open_them() => House.ModuleAssemblies.SelectMany(PagesOf).SelectMany(p => Check(p.Path, p.Model, Declared)).ShouldBeNone();

    [Fact]
    public void in_the_menu_exist_and_have_a_declared_permission()
    {
        var paths = House.ModuleAssemblies.SelectMany(Urls).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var menu = AfterSalesModules.All.SelectMany(m => m.Menu).ToList();
        menu.Where(m => !Declared.Contains(m.Permission)).Select(m => $"Menu {m.Path}: permission '{m.Permission}' is not declared.")
            .Concat(menu.Where(m => !paths.Contains(m.Path.Split('?')[0].TrimEnd('/'))).Select(m => $"Menu {m.Path}: there is no such page."))
            .Concat(menu.Where(m => !AfterSalesModules.Texts.Has(m.TextKey)).Select(m => $"Menu {m.Path}: there is no text '{m.TextKey}'.")).ShouldBeNone();
    }

    [Fact]
    public void without_a_word_on_who_may_open_them_are_refused()
    {
        Check("/A.cshtml", typeof(SilentModel), Declared).ShouldName("says not who may open it");
        Check("/A.cshtml", typeof(UndeclaredModel), Declared).ShouldName("'sample.nothing.act'");
        Check("/A.cshtml", typeof(TwoWordsModel), Declared).ShouldName("more than one");
        Check("/A.cshtml", typeof(AuthorizedModel), Declared).ShouldName("says not who may open it");
        Check("/A.cshtml", typeof(PageWithoutModel), Declared).ShouldName("has no page model");
        Check("/A.cshtml", typeof(OpenModel), Declared).ShouldBeNone();
    }

    static IEnumerable<string> Check(string path, Type model, HashSet<string> declared)
    {
        if (!typeof(PageModel).IsAssignableFrom(model)) return [$"{path} has no page model, so it cannot say who may open it."];
        if (!typeof(ModulePage).IsAssignableFrom(model)) return [$"{path}: {model.Name} is not a ModulePage."];
        var words = model.GetCustomAttributes(inherit: true).Where(a => a is PermissionAttribute or SignedInAttribute or OpenToAllAttribute).ToList();
        return words switch
        {
            [] => [$"{path}: {model.Name} says not who may open it; give it [Permission], [SignedIn] or [OpenToAll]."],
            [PermissionAttribute permission] when !declared.Contains(permission.PermissionCode) => [$"{path}: permission '{permission.PermissionCode}' is not declared by any module."],
            [_] => [],
            _ => [$"{path}: {model.Name} says more than one thing about who may open it."],
        };
    }

    static IEnumerable<(string Path, Type Model)> PagesOf(Assembly assembly) => assembly.GetCustomAttributes<RazorCompiledItemAttribute>()
        .Where(i => i.Kind == "mvc.1.0.razor-page").Select(i => (i.Identifier, i.Type.GetProperty("Model", BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)?.PropertyType ?? i.Type));

    /// <summary>Where pages answer: the template that a page gives itself from the root, else its place in the folders.</summary>
    static IEnumerable<string> Urls(Assembly assembly) =>
        from item in assembly.GetCustomAttributes<RazorCompiledItemAttribute>()
        where item.Kind == "mvc.1.0.razor-page"
        let template = item.Type.GetCustomAttributes<RazorCompiledItemMetadataAttribute>().FirstOrDefault(m => m.Key == "RouteTemplate")?.Value
        select template is ['/', ..] or ['~', ..] ? template.TrimStart('~') : UrlOf(item.Identifier);

    static string UrlOf(string identifier)
    {
        var path = identifier[..^".cshtml".Length].Replace("/Areas/", "/", StringComparison.Ordinal).Replace("/Pages/", "/", StringComparison.Ordinal);
        return path.EndsWith("/Index", StringComparison.Ordinal) ? path[..^"/Index".Length] : path;
    }

    sealed class SilentModel : ModulePage;
    [Permission("sample.nothing.act")] sealed class UndeclaredModel : ModulePage;
    [SignedIn("sample")] [OpenToAll("sample")] sealed class TwoWordsModel : ModulePage;
    [Authorize] sealed class AuthorizedModel : ModulePage;
    [OpenToAll("sample")] sealed class OpenModel : ModulePage;
    abstract class PageWithoutModel : Page;
}
