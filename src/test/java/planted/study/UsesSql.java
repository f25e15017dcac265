package planted.study;

/** A study must not use SQL. */
public record UsesSql(java.sql.Connection mistake) {}
