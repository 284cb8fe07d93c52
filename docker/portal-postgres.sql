-- Runs once, on the empty volume of docker-compose.yml's portal-postgres.
-- The portal owns its database and is no superuser; the superuser has no password, so nobody is it over the network.
\getenv password PORTAL_DB_PASSWORD
create role portal login password :'password';
create database portal owner portal;
revoke connect on database postgres from public;
alter role postgres password null;
