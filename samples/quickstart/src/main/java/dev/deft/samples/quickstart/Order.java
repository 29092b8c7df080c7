package dev.deft.samples.quickstart;

/** What a customer wants to pay. */
public record Order(String id, long cents) {}
