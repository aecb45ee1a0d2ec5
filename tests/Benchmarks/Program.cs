using BenchmarkDotNet.Running;

BenchmarkSwitcher.FromAssembly(typeof(ExportPortal.Benchmarks.FeedBenchmarks).Assembly).Run(args);
