package dev.deft.samples.quickstart;

import java.io.IOException;

/** Finds people. */
public interface Directory {
    String phoneOf(String name) throws IOException;

    String emailOf(String name) throws IOException;

    int size();
}
