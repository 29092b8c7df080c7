/** JMH benchmarks: each workload in Deft, by hand, and in its peers. */
package dev.deft.benchmarks;
