using System.Security.Cryptography;
using System.Text;

namespace ExportPortal.Accounts.People;

/// <summary>Invented names for sample users who work in Persian.</summary>
internal static class SampleNames
{
    private static readonly string[] Given = ["مریم", "علی", "زهرا", "رضا", "نرگس", "امیر", "سارا", "حسین", "لیلا", "مهدی", "نگار", "سعید", "الهام", "بهرام", "شیرین", "آرش"];
    private static readonly string[] Family = ["احمدی", "کاظمی", "رستگار", "نوروزی", "شریفی", "مرادی", "صالحی", "پارسا", "یوسفی", "بهرامی", "کریمی", "فرهادی", "جعفری", "نادری", "سهرابی", "امینی", "توکلی"];

    /// <summary>The same name for the same address at every start.</summary>
    public static string Of(string email)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(email));
        return $"{Given[digest[0] % Given.Length]} {Family[digest[1] % Family.Length]}";
    }
}
