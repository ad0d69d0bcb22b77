package lamin.schema.deploy;

/**
 * Who deploys, as the ledger records it.
 *
 * @param engineVersion the version of this library
 */
public record Author(String name, String engineVersion) {}
