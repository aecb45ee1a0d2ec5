using ExportPortal.Inquiries.Answering;
using ExportPortal.Inquiries.Api;
using ExportPortal.Inquiries.Contracts;
using ExportPortal.Inquiries.Deadlines;
using ExportPortal.Inquiries.Escalating;
using ExportPortal.Inquiries.Keeping;
using ExportPortal.Inquiries.Mails;
using ExportPortal.Inquiries.Pages.Buyers;
using ExportPortal.Inquiries.Receiving;
using ExportPortal.Inquiries.Routing;
using ExportPortal.Inquiries.Shortlists;
using ExportPortal.Kernel.Hosting;
using ExportPortal.Ui;
using ExportPortal.Ui.Slots;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ExportPortal.Inquiries;

/// <summary>The module's two doors.</summary>
public static class InquiriesModule
{
    /// <summary>Adds the module's services. Another <see cref="IReleaseCheck"/> added before takes the place of its own, which screens nothing.</summary>
    public static IServiceCollection AddInquiries(this IServiceCollection services)
    {
        services.AddModule("Inquiries", typeof(InquiriesModule).Assembly);
        services.AddApiDescription(typeof(InquiriesModule).Assembly);
        services.AddOptions<InquiriesOptions>().BindConfiguration(InquiriesOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<SendLimit>().AddSingleton<Terms>();
        services.AddScoped<FormGate>().AddScoped<UploadTray>().AddScoped<SendingBook>();
        services.AddScoped<FindAsked>().AddScoped<ReadForm>().AddScoped<SendForm>().AddScoped<CheckInquiry>().AddScoped<RouteInquiry>().AddScoped<ReceiveInquiry>();
        services.AddScoped<FindRecipients>().AddScoped<InquiryMails>().AddScoped<ConfirmationLimit>().AddScoped<ReasonWords>();
        services.AddScoped<StaffAccess>().AddScoped<StaffSteps>().AddScoped<ReadCase>().AddScoped<BuyerAccess>().AddScoped<ReadInquiry>().AddScoped<ReadTracked>();
        services.AddScoped<ReleaseInquiry>().AddScoped<HoldInquiry>().AddScoped<AnswerInquiry>().AddScoped<CloseInquiry>().AddScoped<ReplyToAnswer>();
        services.TryAddScoped<IReleaseCheck, NoListCheck>();
        services.AddScoped<EraseContact>().AddScoped<ExportContact>().AddScoped<ForgetUploads>().AddScoped<ForgetLostFiles>();
        services.AddHostedService<InquiriesKeeper>();
        services.AddScoped<EscalateStep>().AddHostedService<StepClock>();
        return services
            .AddSlotPart<AskSlot>()
            .AddSlotView(SlotNames.Header, "/Pages/Buyers/_ShortlistLink.cshtml")
            .AddSlotView(SlotNames.Work, "/Pages/Desk/_InboxLink.cshtml");
    }

    /// <summary>Maps the module's addresses.</summary>
    public static IEndpointRouteBuilder MapInquiries(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapShortlist();
        endpoints.MapInquiriesApi();
        return endpoints;
    }
}
