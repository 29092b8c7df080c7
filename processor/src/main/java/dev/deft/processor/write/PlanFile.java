package dev.deft.processor.write;

/**
 * The plan of a wrapper, as a file beside the classes.
 *
 * @param path where it lies below their folder
 * @param text all of it
 */
public record PlanFile(String path, String text) {}
