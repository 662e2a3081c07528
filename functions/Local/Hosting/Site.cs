using Matinee.Api.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace Matinee.Local.Hosting;

/// <summary>Serves the built web front end: its files with the headers of its own configuration, and its one page for every other address.</summary>
static class Site
{
    const string Page = "/index.html";

    public static void UseSite(this WebApplication app, string? folder)
    {
        if (folder is null) return;
        var config = SiteConfig.Read(folder);
        app.Use((context, next) =>
        {
            var request = context.Request;
            var isPage = (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
                && !request.Path.StartsWithSegments(HttpFunction.Prefix.TrimEnd('/'))
                && !Path.HasExtension(request.Path.Value);
            if (isPage) request.Path = Page;
            return next(context);
        });
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(Path.GetFullPath(folder)),
            ContentTypeProvider = new FileExtensionContentTypeProvider { Mappings = { [".webmanifest"] = "application/manifest+json" } },
            OnPrepareResponse = answer =>
            {
                foreach (var (name, value) in config.HeadersOf(answer.Context.Request.Path)) answer.Context.Response.Headers[name] = value;
            },
        });
    }
}
