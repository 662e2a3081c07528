using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace Matinee.Local.Hosting;

/// <summary>Serves the built web front end: hashed assets for ever, pages by asking again, and the one page for every address of the site.</summary>
static class Site
{
    const string Assets = "/assets";
    const string Page = "/index.html";
    const string Forever = "public, max-age=31536000, immutable";

    public static void UseSite(this WebApplication app, string? folder)
    {
        if (folder is null || !Directory.Exists(folder)) return;
        var files = new PhysicalFileProvider(Path.GetFullPath(folder));
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
            FileProvider = files,
            ContentTypeProvider = new FileExtensionContentTypeProvider { Mappings = { [".webmanifest"] = "application/manifest+json" } },
            OnPrepareResponse = static answer =>
            {
                var isAsset = answer.Context.Request.Path.StartsWithSegments(Assets);
                answer.Context.Response.Headers[HeaderNames.CacheControl] = isAsset ? Forever : "no-cache";
                SiteHeaders.Set(answer.Context.Response);
            },
        });
    }
}
