package dev.deft.benchmarks.compiletime;

import java.nio.file.Path;
import java.util.List;

/**
 * A way to have the methods of a project.
 *
 * @param name as the table shows it
 * @param sources what is compiled
 * @param options javac's, for this way alone
 */
record Contender(String name, List<Path> sources, List<String> options) {}
