using ExportPortal.Accounts;
using ExportPortal.Catalogue;
using ExportPortal.Content;
using ExportPortal.Inquiries;
using ExportPortal.Media;
using ExportPortal.Search;
using ExportPortal.Web.CommandLine;

// The only list of modules. Where several fill one place of a page, they stand in this order: signing in comes last.
return await PortalCommandLine.RunAsync(args,
    services => services.AddSearch().AddMedia().AddCatalogue().AddContent().AddInquiries().AddAccounts(),
    endpoints => endpoints.MapSearch().MapMedia().MapAccounts().MapCatalogue().MapContent().MapInquiries());
