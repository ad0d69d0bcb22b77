package lamin.schema.deploy;

/**
 * The user and engine version that the ledger records for a deploy.
 *
 * @param engineVersion the version of this library
 */
public record Author(String name, String engineVersion) {}
