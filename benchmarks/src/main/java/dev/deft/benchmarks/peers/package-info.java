/**
 * The contenders that are other libraries: the payload of {@link dev.deft.benchmarks.Payload} under the same policies, in
 * the way that each library's documentation shows, with what can be built once built once.
 */
package dev.deft.benchmarks.peers;
