using ExportPortal.Accounts;
using ExportPortal.Catalogue;
using ExportPortal.Content;
using ExportPortal.Inquiries;
using ExportPortal.Media;
using ExportPortal.Search;
using ExportPortal.Web.CommandLine;

// The only list of modules.
return await PortalCommandLine.RunAsync(args,
    services => services.AddSearch().AddMedia().AddAccounts().AddCatalogue().AddContent().AddInquiries(),
    endpoints => endpoints.MapSearch().MapMedia().MapAccounts().MapCatalogue().MapContent().MapInquiries());
