package dev.deft.samples.gateway;

/** Who asks. */
public record Tenant(String id) {}
