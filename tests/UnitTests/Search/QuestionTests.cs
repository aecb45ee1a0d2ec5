using ExportPortal.Search.Contracts;
using ExportPortal.Search.Index;
using static ExportPortal.UnitTests.Search.SearchTesting;

namespace ExportPortal.UnitTests.Search;

/// <summary>Whole questions, asked of paragraphs as an encyclopaedia has them: no paragraph holds all their words.</summary>
public sealed class QuestionTests
{
    private static readonly SearchIndex Index = IndexOf(
        Paragraph("penicillin", "en", "Penicillin", "Penicillin was discovered in 1928 by the Scottish physician Alexander Fleming, who noticed that a mould had killed the bacteria in a dish. It became the first antibiotic in wide use."),
        Paragraph("canal", "en", "Suez Canal", "The canal joins the Mediterranean to the Red Sea through the Isthmus of Suez. It was opened in 1869 after ten years of work and shortened the way of ships to India."),
        Paragraph("algebra", "en", "Algebra", "The name comes from a book by al-Khwarizmi, a scholar of Baghdad in the ninth century. In it he solved equations by completion and balancing."),
        Paragraph("radium", "en", "Radium", "Radium is a metal that shines in the dark. Marie Curie found it with her husband in pitchblende and was the first person to receive two Nobel prizes."),
        Paragraph("who", "en", "Interrogatives", "Who, what, which, when, where and how are words by which one asks; what is asked by them is told in the answer."),
        Paragraph("penicillin", "fa", "پنی‌سیلین", "پنی‌سیلین را پزشک اسکاتلندی الکساندر فلمینگ در سال ۱۹۲۸ کشف کرد. او دید که کپک باکتری‌های ظرف را کشته است. این نخستین آنتی‌بیوتیک پرکاربرد شد."),
        Paragraph("canal", "fa", "کانال سوئز", "این کانال دریای مدیترانه را از راه باریکهٔ سوئز به دریای سرخ می‌پیوندد. پس از ده سال کار در ۱۸۶۹ گشوده شد و راه کشتی‌ها به هند را کوتاه کرد."),
        Paragraph("algebra", "fa", "جبر", "این نام از کتابی از خوارزمی، دانشمند بغداد در سدهٔ نهم، گرفته شده است. او در آن معادله‌ها را با جبران و مقابله حل کرد."),
        Paragraph("radium", "fa", "رادیوم", "رادیوم فلزی است که در تاریکی می‌درخشد. ماری کوری آن را با همسرش یافت و نخستین کسی بود که دو جایزهٔ نوبل گرفت."),
        Paragraph("penicillin", "zh-Hans", "青霉素", "青霉素由苏格兰医生亚历山大·弗莱明于1928年发现。他注意到霉菌杀死了培养皿中的细菌。它成为第一种广泛使用的抗生素。"),
        Paragraph("canal", "zh-Hans", "苏伊士运河", "运河经苏伊士地峡连接地中海和红海，历经十年施工，于1869年通航，缩短了船只前往印度的航程。"),
        Paragraph("algebra", "zh-Hans", "代数", "这个名称来自九世纪巴格达学者花拉子米的一本书，他在书中用还原和对消的方法解方程。"),
        Paragraph("radium", "zh-Hans", "镭", "镭是一种在黑暗中发光的金属。玛丽·居里和丈夫一起发现了它，她是第一个两次获得诺贝尔奖的人。"),
        Paragraph("penicillin", "ru", "Пенициллин", "Пенициллин открыл в 1928 году шотландский врач Александр Флеминг, заметив, что плесень убила бактерии в чашке. Он стал первым широко применяемым антибиотиком."),
        Paragraph("canal", "ru", "Суэцкий канал", "Канал соединяет Средиземное море с Красным через Суэцкий перешеек. После десяти лет работ он был открыт в 1869 году и сократил путь судов в Индию."),
        Paragraph("algebra", "ru", "Алгебра", "Название происходит от книги аль-Хорезми, багдадского учёного девятого века. В ней он решал уравнения восполнением и противопоставлением."),
        Paragraph("radium", "ru", "Радий", "Радий — металл, светящийся в темноте. Мария Кюри нашла его вместе с мужем и первой получила две Нобелевские премии."),
        Paragraph("penicillin", "ar", "البنسلين", "اكتشف الطبيب الاسكتلندي ألكسندر فلمنغ البنسلين عام 1928 حين لاحظ أن عفناً قتل البكتيريا في طبق. وصار أول مضاد حيوي واسع الاستعمال."),
        Paragraph("canal", "ar", "قناة السويس", "تصل القناة البحر المتوسط بالبحر الأحمر عبر برزخ السويس. افتتحت عام 1869 بعد عشر سنوات من العمل وقصرت طريق السفن إلى الهند."),
        Paragraph("algebra", "ar", "الجبر", "جاء الاسم من كتاب للخوارزمي، عالم بغداد في القرن التاسع، وفيه حل المعادلات بالجبر والمقابلة."),
        Paragraph("radium", "ar", "الراديوم", "الراديوم معدن يضيء في الظلام. وجدته ماري كوري مع زوجها وكانت أول من نال جائزة نوبل في علمين."),
        Paragraph("penicillin", "fr", "Pénicilline", "La pénicilline fut découverte en 1928 par le médecin écossais Alexander Fleming, qui remarqua qu'une moisissure avait tué les bactéries d'une boîte. Elle devint le premier antibiotique répandu."),
        Paragraph("canal", "fr", "Canal de Suez", "Le canal relie la Méditerranée à la mer Rouge par l'isthme de Suez. Il fut ouvert en 1869 après dix ans de travaux et raccourcit la route des navires vers l'Inde."),
        Paragraph("algebra", "fr", "Algèbre", "Le nom vient d'un livre d'al-Khwarizmi, savant de Bagdad au neuvième siècle. Il y résolvait les équations par complément et équilibre."),
        Paragraph("radium", "fr", "Radium", "Le radium est un métal qui luit dans l'obscurité. Marie Curie le trouva avec son mari et fut la première à recevoir deux prix Nobel."));

    [Theory]
    [InlineData("en", "Who was the doctor that discovered how mould kills bacteria?", "penicillin")]
    [InlineData("en", "In which year did the first ships sail through the canal between the Mediterranean and the Red Sea?", "canal")]
    [InlineData("en", "What was the name of the Baghdad scholar whose book gave algebra its name?", "algebra")]
    [InlineData("en", "Which woman was awarded the Nobel prize twice?", "radium")]
    [InlineData("fa", "چه کسی کشف کرد که کپک باکتری را می‌کشد؟", "penicillin")]
    [InlineData("fa", "کانال میان دریای مدیترانه و دریای سرخ در چه سالی باز شد؟", "canal")]
    [InlineData("fa", "کدام دانشمند بغداد دربارهٔ حل معادله کتاب نوشت؟", "algebra")]
    [InlineData("fa", "نخستین زنی که دو بار جایزه نوبل را برد چه کسی بود؟", "radium")]
    [InlineData("zh-Hans", "谁发现霉菌能够杀死细菌？", "penicillin")]
    [InlineData("zh-Hans", "连接地中海和红海的运河是哪一年开通的？", "canal")]
    [InlineData("zh-Hans", "巴格达的哪位学者写了关于解方程的书？", "algebra")]
    [InlineData("zh-Hans", "哪位女科学家两次获得了诺贝尔奖？", "radium")]
    [InlineData("ru", "Кто обнаружил, что плесень убивает бактерии?", "penicillin")]
    [InlineData("ru", "В каком году построили канал между Средиземным и Красным морями?", "canal")]
    [InlineData("ru", "Какой учёный из Багдада написал книгу о решении уравнений?", "algebra")]
    [InlineData("ru", "Какая женщина дважды получила Нобелевскую премию?", "radium")]
    [InlineData("ar", "من هو الطبيب الذي لاحظ أن العفن يقتل البكتيريا؟", "penicillin")]
    [InlineData("ar", "متى تم افتتاح القناة بين البحر المتوسط والبحر الأحمر؟", "canal")]
    [InlineData("ar", "من هو العالم الذي عاش في بغداد وألف كتاباً في حل المعادلات؟", "algebra")]
    [InlineData("ar", "ما اسم المرأة التي حصلت على جائزة نوبل مرتين؟", "radium")]
    [InlineData("fr", "Qui a découvert que les moisissures tuent les bactéries ?", "penicillin")]
    [InlineData("fr", "En quelle année le canal entre la Méditerranée et la mer Rouge a-t-il été inauguré ?", "canal")]
    [InlineData("fr", "Quel savant de Bagdad a écrit un livre sur les équations ?", "algebra")]
    [InlineData("fr", "Quelle femme a reçu deux fois le prix Nobel ?", "radium")]
    public void A_question_finds_the_paragraph_that_answers_it(string culture, string question, string id) =>
        Index.Ids(question, culture).First().ShouldBe($"{id}-{culture}");

    private static SearchDocument Paragraph(string id, string culture, string name, string text) =>
        Document($"{id}-{culture}", (culture, name)).With(SearchField.Description, culture, text);
}
