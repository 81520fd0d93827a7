var b = WebApplication.CreateBuilder(args); b.Services.AddRazorPages(); var a = b.Build(); a.MapRazorPages(); a.Run();
