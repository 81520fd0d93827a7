return await AfterSales.Host.CommandLine.Verbs.RunAsync(args);
