package dev.deft.processor.write;

/**
 * A source file.
 *
 * @param qualifiedName of the class in it
 * @param text all of it
 */
public record JavaSource(String qualifiedName, String text) {}
