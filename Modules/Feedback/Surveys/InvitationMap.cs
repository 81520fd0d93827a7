using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Feedback.Surveys;

internal sealed class InvitationMap : IEntityTypeConfiguration<Invitation>, IEntityTypeConfiguration<InvitationToken>, IEntityTypeConfiguration<InvitedOrder>, IEntityTypeConfiguration<CallAttempt>,
    IEntityTypeConfiguration<SurveyResponse>, IEntityTypeConfiguration<SurveyAnswer>, IEntityTypeConfiguration<OptOut>, IEntityTypeConfiguration<PrintedCode>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("invitations");
        builder.HasIndex(i => i.PublicId).IsUnique();
        builder.Ignore(i => i.Job);
        builder.HasIndex(i => new { i.ContactKey, i.InvitedDay });
        builder.HasIndex(i => i.InvitedDay);
        builder.HasOne<Questionnaire>().WithMany().HasForeignKey(i => i.QuestionnaireId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(i => i.Tokens).WithOne().HasForeignKey(t => t.InvitationId);
        builder.HasMany(i => i.Orders).WithOne().HasForeignKey(o => o.InvitationId);
        builder.HasMany(i => i.Attempts).WithOne().HasForeignKey(a => a.InvitationId);
        builder.HasOne(i => i.Response).WithOne().HasForeignKey<SurveyResponse>(r => r.InvitationId);
    }

    public void Configure(EntityTypeBuilder<InvitationToken> builder)
    {
        builder.ToTable("invitation_tokens");
        builder.HasIndex(t => t.Hash).IsUnique();
    }

    public void Configure(EntityTypeBuilder<PrintedCode> builder)
    {
        builder.ToTable("printed_codes");
        builder.HasIndex(c => c.OrderId);
    }

    public void Configure(EntityTypeBuilder<InvitedOrder> builder)
    {
        builder.ToTable("invited_orders");
        builder.HasIndex(o => o.Number);
        builder.HasIndex(o => o.OrderId).IsUnique(); // an order is asked about once, whatever is delivered twice
    }

    public void Configure(EntityTypeBuilder<CallAttempt> builder) => builder.ToTable("invitation_calls");

    public void Configure(EntityTypeBuilder<SurveyResponse> builder)
    {
        builder.ToTable("survey_responses");
        builder.HasIndex(r => r.AnsweredDay);
        builder.HasIndex(r => r.DeviceHash);
        builder.HasMany(r => r.Answers).WithOne().HasForeignKey(a => a.ResponseId);
    }

    public void Configure(EntityTypeBuilder<SurveyAnswer> builder)
    {
        builder.ToTable("survey_answers");
        builder.HasIndex(a => new { a.ResponseId, a.Question }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<OptOut> builder)
    {
        builder.ToTable("opt_outs");
        builder.HasIndex(o => o.ContactKey);
    }
}
