package lamin.schema;

/** Who decides what the tables and columns of a module are called where {@code @Table} and {@code @Column} do not. */
public enum Naming {
    /**
     * LaminDB's conventions: the table is the prefix of the module and the class in lower case, a column the property in
     * snake case, and a reference ends with {@code _id}. Names in annotations stay as written.
     */
    LAMIN,

    /** The strategies of Spring Boot: the names of JPA, in snake case, names in annotations included. */
    SPRING,

    /** The strategies of the JPA specification, which are Hibernate's own defaults. */
    JPA
}
