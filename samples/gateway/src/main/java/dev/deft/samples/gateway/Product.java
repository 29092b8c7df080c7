package dev.deft.samples.gateway;

/** What a tenant gets to see. */
public record Product(String id, String description, String price) {}
