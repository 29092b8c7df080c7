/** What it costs to see calls: each bridge of Deft beside what does as much by hand. */
package dev.deft.benchmarks.bridges;
